@NullMarked
package id.lajur.server.customer;

import org.jspecify.annotations.NullMarked;
