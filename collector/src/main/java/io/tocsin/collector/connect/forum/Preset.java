package io.tocsin.collector.connect.forum;

import io.tocsin.collector.connect.Css;
import io.tocsin.collector.connect.Selectors;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The pages of one forum software, as it comes.
 *
 * @param name in the configuration
 * @param title as people call it
 * @param signs a page that has any of them was made by it
 * @param selectors where things are on its pages
 */
record Preset(String name, String title, List<Css> signs, Selectors selectors) {

    boolean made(Element page) {
        return signs.stream().anyMatch(sign -> !sign.in(page).isEmpty());
    }
}
