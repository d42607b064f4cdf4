package io.tocsin.analyzer;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import java.util.List;

/** The next stage: takes analysed posts over. */
public interface AnalysisSink {

    /** Takes over posts that are stored already. The same post may come again, and does no harm. */
    void accept(List<AnalyzedPost> posts);
}
