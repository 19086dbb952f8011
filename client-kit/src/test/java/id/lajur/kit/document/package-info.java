@org.jspecify.annotations.NullMarked
package id.lajur.kit.document;
