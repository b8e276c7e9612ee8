// SPDX-FileCopyrightText: Shardscape contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/project_builder.h"

namespace shardscape::tests {

/// Users, their posts and who follows whom, without patterns: 20 posts a user, 200 follows each way.
inline ProjectBuilder feedProject() {
    ProjectBuilder b;
    b.project.name = "feed";
    b.table("users", 1e6, {"user_id uuid", "name text"}, {"user_id"});
    b.table("posts", 2e7, {"post_id uuid", "author_id uuid", "created_at timestamp", "body text", "likes int32"},
            {"post_id"});
    b.table("follows", 2e8, {"follower_id uuid", "followee_id uuid"}, {"follower_id", "followee_id"});
    b.reference("posts.author_id", "users.user_id", ProjectBuilder::mean(20));
    b.reference("follows.follower_id", "users.user_id", ProjectBuilder::mean(200));
    b.reference("follows.followee_id", "users.user_id", ProjectBuilder::mean(200));
    return b;
}

} // namespace shardscape::tests
