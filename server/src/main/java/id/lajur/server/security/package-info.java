/** Certificates of the store's own authority, TLS, and PIN hashing. */
@NullMarked
package id.lajur.server.security;

import org.jspecify.annotations.NullMarked;
