package io.tocsin.collector.connect;

import io.tocsin.collector.source.Source;
import java.util.List;

/**
 * Comments on YouTube.
 *
 * @param url of the interface
 * @param channels the ids of channels; comments on all their videos are read
 * @param videos the ids of videos whose comments are read
 * @param key of a project at Google
 */
public record YouTubeSettings(Polling polling, String url, List<String> channels, List<String> videos, String key)
        implements SourceSettings {
    public static final String URL = "https://www.googleapis.com/youtube/v3/";

    public YouTubeSettings {
        WebAddress.require(url);
        channels = List.copyOf(channels);
        videos = List.copyOf(videos);
        if (channels.isEmpty() && videos.isEmpty()) {
            throw new IllegalArgumentException("it says neither 'channels' nor 'videos', so there is nothing to read");
        }
    }

    @Override
    public Source source() {
        return polling.source("youtube", url);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "YouTubeSettings[" + polling.name() + ", " + source().address() + "]";
    }
}
