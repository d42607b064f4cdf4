package io.tocsin.dashboards.web;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Tests of pages as a browser gets them from the real server; one server for all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsolePages {
    final World world = new World();
    final RunningConsole console = RunningConsole.start(world);
    final Browser wang = console.browserOf("wang");

    @AfterAll
    void stop() {
        console.close();
    }
}
