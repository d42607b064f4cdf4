package io.tocsin.dashboards.web;

/**
 * A severity as it is shown: never by its colour alone.
 *
 * @param level 0 to 3, which sets the colour and the number of bars
 */
record Badge(int level, String name) {

    static Badge severity(int level, Reader reader) {
        return new Badge(level, reader.wording().severity(level));
    }
}
