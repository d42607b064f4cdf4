package io.tocsin.analyzer.entity;

import java.util.List;

/** One way of finding entities. Safe for use by many threads. */
interface Finder {

    /** What it finds, none overlapping another of them. */
    List<Mention> find(String text);
}
