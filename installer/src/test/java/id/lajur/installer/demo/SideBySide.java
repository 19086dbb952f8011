package id.lajur.installer.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A class of tests that mostly waits, for a lane to lose patience say: the build runs it beside the
 * others of its kind, in a JVM of their own. Its tests follow one another as ever.
 *
 * <p>Such a class has a store, ports and folders of its own, measures neither time nor memory,
 * opens no window, and changes nothing that the process has once: properties, locale, zone, log.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("side-by-side")
@Execution(ExecutionMode.CONCURRENT)
@interface SideBySide {}
