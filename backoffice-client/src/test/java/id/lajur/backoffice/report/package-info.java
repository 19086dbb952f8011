@org.jspecify.annotations.NullMarked
package id.lajur.backoffice.report;
