package io.tocsin.dashboards.web;

import io.tocsin.collector.source.Source;
import java.util.List;

/** The sources that are polled, whether anything was read from them yet or not. */
@FunctionalInterface
public interface SourceList {

    List<Source> sources();
}
