CREATE TABLE incident (
    id             VARCHAR(40)  PRIMARY KEY,
    watch          VARCHAR(200) NOT NULL,
    reason         TEXT         NOT NULL,
    status         VARCHAR(20)  NOT NULL,
    severity       INTEGER      NOT NULL,
    opened_at      TIMESTAMP WITH TIME ZONE NOT NULL,
    episode        INTEGER      NOT NULL,
    escalates_from TIMESTAMP WITH TIME ZONE NOT NULL,
    last_evidence  TIMESTAMP WITH TIME ZONE NOT NULL,
    assignee       VARCHAR(320),
    resolved_at    TIMESTAMP WITH TIME ZONE,
    version        BIGINT       NOT NULL
);
CREATE INDEX incident_about ON incident (watch, last_evidence);
CREATE INDEX incident_status ON incident (status);

CREATE TABLE incident_post (
    incident VARCHAR(40)  NOT NULL REFERENCES incident (id),
    position INTEGER      NOT NULL,
    post     VARCHAR(500) NOT NULL,
    PRIMARY KEY (incident, position)
);

CREATE TABLE incident_event (
    number      BIGINT       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident    VARCHAR(40)  NOT NULL REFERENCES incident (id),
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind        VARCHAR(40)  NOT NULL,
    actor       VARCHAR(320),
    details     TEXT         NOT NULL
);
CREATE INDEX incident_event_incident ON incident_event (incident, number);
