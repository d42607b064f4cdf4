CREATE TABLE source_state (
    name            VARCHAR(200) PRIMARY KEY,
    cursor_value    TEXT         NOT NULL,
    posts           BIGINT       NOT NULL,
    last_success    TIMESTAMP WITH TIME ZONE,
    last_failure    TIMESTAMP WITH TIME ZONE,
    problem_kind    VARCHAR(40),
    problem_message TEXT,
    failures_in_row INTEGER      NOT NULL,
    not_before      TIMESTAMP WITH TIME ZONE
);
