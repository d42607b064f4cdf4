CREATE TABLE notification (
    number     BIGINT       GENERATED ALWAYS AS IDENTITY,
    name       VARCHAR(100) PRIMARY KEY,
    incident   VARCHAR(40)  NOT NULL,
    episode    INTEGER      NOT NULL,
    step       INTEGER      NOT NULL,
    channel    VARCHAR(200) NOT NULL,
    recipient  VARCHAR(320) NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    attempts   INTEGER      NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP WITH TIME ZONE,
    problem    TEXT
);
CREATE INDEX notification_due ON notification (state, not_before);
CREATE INDEX notification_incident ON notification (incident, number);

CREATE TABLE signing_key (
    purpose VARCHAR(40)  PRIMARY KEY,
    secret  VARCHAR(100) NOT NULL
);
