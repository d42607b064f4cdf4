package io.tocsin.collector.source;

import java.time.LocalDate;

/** How much was read each day of sources that must be paid for. Survives a restart, and is stored at once. */
public interface PaidReads {

    /**
     * Sets reads aside before they are asked for: they count as made, whatever happens, until they are put back.
     *
     * @param day as the platform counts days
     * @param wanted more than 0
     * @param daily the most that may be made on that day
     * @return as many as wanted, or as are left
     */
    int reserve(String source, LocalDate day, int wanted, int daily);

    /** Puts back what was set aside on that day and not made. */
    void putBack(String source, LocalDate day, int reads);

    /** Forgets the days before that one. */
    void forget(LocalDate before);
}
