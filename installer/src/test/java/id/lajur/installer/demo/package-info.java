@NullMarked
package id.lajur.installer.demo;

import org.jspecify.annotations.NullMarked;
