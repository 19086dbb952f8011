/** A whole store for tests: real database, real gRPC, real TLS. */
@NullMarked
package id.lajur.server.store;

import org.jspecify.annotations.NullMarked;
