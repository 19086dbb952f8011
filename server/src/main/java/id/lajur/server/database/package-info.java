/** MariaDB: the embedded instance, the pool, the schema and the repeat of transient failures. */
@NullMarked
package id.lajur.server.database;

import org.jspecify.annotations.NullMarked;
