package io.tocsin.alerting.spread;

/** How many people complain in a slot at each hour of the day. */
final class DayProfile {
    /** How many days, and how many people, it takes until an hour counts as much as the whole day. */
    private static final double DAYS = 3;

    private static final double PEOPLE = 10;

    private final double[] means = new double[PastCounts.HOURS];
    private final double[] windows = new double[PastCounts.HOURS];

    private DayProfile() {}

    /**
     * The mean of an hour and its two neighbours, drawn towards that of the whole day.
     *
     * @param priorPeople people of the prior, in {@code priorWindows} slots
     */
    static DayProfile of(PastCounts past, double priorPeople, double priorWindows) {
        double[] people = new double[PastCounts.HOURS];
        double[] slots = new double[PastCounts.HOURS];
        double all = 0;
        for (int slot = 0; slot < past.size(); slot++) {
            int hour = past.hour(slot);
            people[hour] += past.count(slot);
            slots[hour]++;
            all += past.count(slot);
        }
        double mean = (priorPeople + all) / (priorWindows + past.size());
        double slotsPerDay = 3 * 3_600_000.0 / past.length().toMillis();
        double weight = Math.max(DAYS * slotsPerDay, PEOPLE / mean);
        DayProfile profile = new DayProfile();
        for (int hour = 0; hour < PastCounts.HOURS; hour++) {
            double seen = around(slots, hour);
            profile.means[hour] = (weight * mean + around(people, hour)) / (weight + seen);
            profile.windows[hour] = Math.min(past.size(), weight + seen);
        }
        return profile;
    }

    private static double around(double[] hours, int hour) {
        int before = Math.floorMod(hour - 1, PastCounts.HOURS);
        return hours[before] + hours[hour] + hours[(hour + 1) % PastCounts.HOURS];
    }

    double mean(int hour) {
        return means[hour];
    }

    /** How many slots the mean of the hour rests on. */
    double windowsBehind(int hour) {
        return windows[hour];
    }
}
