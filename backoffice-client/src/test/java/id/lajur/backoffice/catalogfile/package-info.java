/** Tests of the catalogue's import. */
@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.catalogfile;
