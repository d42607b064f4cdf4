package io.tocsin.collector.growth;

import io.tocsin.collector.post.Observation;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The memory of how posts grew. Survives a restart. */
public interface Observations {

    /**
     * Remembers all of it, or nothing.
     *
     * @param posts as they are now; what was remembered of them before is replaced
     * @param readings one that is of the same post and time as an earlier one replaces it
     */
    void save(String source, Collection<Followed> posts, Collection<Observation> readings);

    /** The posts of a source that are due, the longest waiting first. */
    List<Followed> due(String source, Instant now, int most);

    /** Those of the source's posts with these ids that are followed, in no particular order. */
    List<Followed> find(String source, Collection<String> ids);

    /** The ids of posts of the source that are followed and not withdrawn, the newest first. */
    List<String> newest(String source, int most);

    /** All readings of a post, oldest first. */
    List<Observation> of(String postId);

    /** Forgets posts that are not due any more and were last read before that time, with their readings. */
    void forget(Instant before);
}
