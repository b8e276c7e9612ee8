-- A social feed: users follow each other, write posts, like them, and read a
-- timeline that is filled when a post is written.

CREATE TABLE users (
    user_id      uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    handle       varchar(30)  NOT NULL UNIQUE,
    email        varchar(255) NOT NULL UNIQUE,
    display_name varchar(80)  NOT NULL,
    bio          text,
    created_at   timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE posts (
    post_id     bigint PRIMARY KEY,          -- Snowflake: time-ordered
    author_id   uuid         NOT NULL REFERENCES users (user_id),
    reply_to    bigint       REFERENCES posts (post_id),
    body        varchar(280) NOT NULL,
    like_count  bigint       NOT NULL DEFAULT 0,
    created_at  timestamptz  NOT NULL DEFAULT now()
);
CREATE INDEX posts_author_created_idx ON posts (author_id, created_at DESC);

CREATE TABLE follows (
    follower_id uuid NOT NULL REFERENCES users (user_id),
    followee_id uuid NOT NULL REFERENCES users (user_id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (follower_id, followee_id),
    CHECK (follower_id <> followee_id)
);
CREATE INDEX follows_followee_idx ON follows (followee_id, follower_id);

CREATE TABLE likes (
    post_id    bigint NOT NULL REFERENCES posts (post_id),
    user_id    uuid   NOT NULL REFERENCES users (user_id),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (post_id, user_id)
);

-- One row for each follower of each post: reading a timeline is one range.
CREATE TABLE timelines (
    user_id    uuid   NOT NULL REFERENCES users (user_id),
    created_at timestamptz NOT NULL,
    post_id    bigint NOT NULL REFERENCES posts (post_id),
    author_id  uuid   NOT NULL REFERENCES users (user_id),
    PRIMARY KEY (user_id, created_at, post_id)
);

COMMENT ON TABLE timelines IS 'Filled by fan-out on write; rows are dropped after a week';
COMMENT ON COLUMN posts.like_count IS 'Denormalised from likes';
