@org.jspecify.annotations.NullMarked
package id.lajur.server.stock;
