/** What this program itself gets wrong: written under an id, and told to whoever shows it. */
@NullMarked
package id.lajur.kit.fault;

import org.jspecify.annotations.NullMarked;
