/**
 * The connection to the store server: mutual TLS, the session, and asking again until it is known.
 */
@NullMarked
package id.lajur.kit.connection;

import org.jspecify.annotations.NullMarked;
