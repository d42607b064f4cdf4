package io.tocsin.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/** An Elasticsearch node that is a whole cluster, heard on loopback only. */
final class SingleNode {
    private static final String NAME = "tocsin";

    private SingleNode() {}

    /** The caller closes the node. */
    static Node start(Path home, Path data) throws NodeValidationException {
        var environment = InternalSettingsPreparer.prepareEnvironment(
                settings(home, data), Map.of(), data.resolve("config"), () -> NAME);
        var modules = PluginsLoader.loadModulesBundles(environment.modulesDir(), false);
        var node = new Node(environment, PluginsLoader.createPluginsLoader(modules, Set.of(), Map.of(), false));
        return node.start();
    }

    static int httpPort(Node node) {
        return node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress()
                .getPort();
    }

    private static Settings settings(Path home, Path data) {
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", data)
                .put("path.logs", data.resolve("logs"))
                .put("cluster.name", NAME)
                .put("node.name", NAME)
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", 0)
                .put("transport.port", 0)
                // There is no other node to move data to; a full disk is reported by the write that fails.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // Counts what requests hold, not the garbage that the serial collector has yet to fetch.
                .put("indices.breaker.total.use_real_memory", false)
                .build();
    }
}
