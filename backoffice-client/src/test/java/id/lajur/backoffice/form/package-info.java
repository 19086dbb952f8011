/** Tests, and what the windows of lists with an editor are tried with. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.form;
