package io.tocsin.app.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values of a mapping, with those it takes over from others by {@code <<: *name}.
 *
 * @param takenOver the nearest first: of a key that comes several times, the first counts
 * @param broken what stands behind a {@code <<} and is no mapping
 */
record Entries(List<NodeTuple> own, List<NodeTuple> takenOver, List<Node> broken) {

    static Entries of(MappingNode mapping) {
        Entries entries = new Entries(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(mapping);
        entries.collect(mapping, entries.own, seen);
        return entries;
    }

    private void collect(MappingNode mapping, List<NodeTuple> plain, Set<Node> seen) {
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
                takeOver(entry.getValueNode(), seen);
            } else {
                plain.add(entry);
            }
        }
    }

    /** Each node once, because one can name itself. */
    private void takeOver(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        switch (node) {
            case MappingNode mapping -> collect(mapping, takenOver, seen);
            case SequenceNode several -> several.getValue().forEach(one -> takeOver(one, seen));
            default -> broken.add(node);
        }
    }
}
