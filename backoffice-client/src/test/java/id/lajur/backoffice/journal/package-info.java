/** Tests of the journal and the audit. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.journal;
