package id.lajur.server.posting;

import id.lajur.server.database.Statements;

/**
 * A table that postings only append to: its statement, written in the area's Dao, and how a row is
 * bound to it.
 */
public record InsertTable<T>(String sql, Statements.Binder<T> binder) {}
