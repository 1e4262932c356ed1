-- Tokens for the HTTP API. Of a token only its SHA-256 is kept; a slow hash would add nothing, as 256 random bits cannot be
-- guessed from it. A name is used once, for good: it stands in timelines. person is whose token it is, null for nobody's.
create table api_token (
  name text primary key,
  hash bytea not null unique check (length(hash) = 32),
  scopes text[] not null,
  person text,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- Who is signed in to the pages, on any replica. hash is the SHA-256 of what their browser sends.
create table web_session (
  hash bytea primary key check (length(hash) = 32),
  person text not null,
  signed_in_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index web_session_expires on web_session (expires_at);
