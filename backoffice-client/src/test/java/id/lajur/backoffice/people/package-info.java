/** Tests of people and roles. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.people;
