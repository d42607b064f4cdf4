package io.tocsin.analyzer.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.collector.post.Post;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnalysisFormatTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Analysis FULL = new Analysis(
            "zh",
            List.of("acme", "爱可美"),
            new Sentiment(0.8123456789, 0.1, 0.0876543211),
            new Complaint(true, 0.91),
            new Severity(3, List.of("起火", "受伤")),
            "充电器起火了。",
            SampleMatter.FULL,
            new Embedding(new float[] {0.6f, 0.8f}));
    private static final Analysis EMPTY =
            new Analysis("und", List.of(), null, Complaint.NONE, Severity.NONE, null, Matter.UNKNOWN, null);

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(AnalysisFormat.read(
                        JSON.readTree(AnalysisFormat.writeWithEmbedding(FULL).toString())))
                .isEqualTo(FULL);
        assertThat(AnalysisFormat.read(
                        JSON.readTree(AnalysisFormat.writeWithEmbedding(EMPTY).toString())))
                .isEqualTo(EMPTY);
    }

    @Test
    void aLineHasTheFieldsOfTheInterchangeFormat() {
        Post post = Post.builder("weibo:1", "weibo", "", Instant.EPOCH).build();
        assertThat(AnalysisFormat.line(new AnalyzedPost(post, EMPTY)))
                .isEqualTo("{\"id\":\"weibo:1\",\"language\":\"und\",\"watches\":[],"
                        + "\"complaint\":{\"label\":false,\"probability\":0.0},\"severity\":0,\"customers\":[]}");
        assertThat(AnalysisFormat.line(new AnalyzedPost(post, FULL)))
                .contains("\"sentiment\":{\"label\":\"negative\",\"negative\":0.8123456789")
                .contains("\"severity\":3,\"severity_signs\":[\"起火\",\"受伤\"],\"key\":\"充电器起火了。\"");
    }

    @Test
    void aFieldThatIsMissingIsNamed() {
        assertThatThrownBy(() -> AnalysisFormat.read(JSON.readTree("{\"language\":\"en\",\"complaint\":{}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'label'");
    }
}
