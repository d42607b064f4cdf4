-- What a reader sees and what is counted are told apart, so that new counts do not look like another text.
ALTER TABLE followed_post ADD COLUMN counts INTEGER DEFAULT 0 NOT NULL;
