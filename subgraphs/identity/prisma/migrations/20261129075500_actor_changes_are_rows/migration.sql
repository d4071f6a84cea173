-- CreateTable
CREATE TABLE "actor_change" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "person_id" UUID,
    "credential" TEXT,
    "counts_until" TIMESTAMPTZ,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "actor_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "actor_change_at_idx" ON "actor_change"("at");

-- CreateIndex
CREATE UNIQUE INDEX "actor_change_xid_person_id_key" ON "actor_change"("xid", "person_id");

-- What follows is written by hand.
ALTER TABLE "actor_change" ADD CONSTRAINT "actor_change_is_of_a_person_or_a_session" CHECK (
    num_nonnulls("person_id", "credential") = 1 AND ("credential" IS NULL) = ("counts_until" IS NULL)
    AND ("counts_until" IS NULL OR isfinite("counts_until")));

-- Any role of the database may NOTIFY on any channel. So what has changed is a row, which only who may write here can
-- write, and the notice says no more than that there is one. A transaction that changes one person many times tells once.
CREATE OR REPLACE FUNCTION "tell_actor_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person_column text := TG_ARGV[0];
BEGIN
  INSERT INTO actor_change (person_id)
  SELECT DISTINCT (changed ->> person_column)::uuid FROM unnest(ARRAY[to_jsonb(OLD), to_jsonb(NEW)]) AS changed
  WHERE changed IS NOT NULL
  ON CONFLICT (xid, person_id) DO NOTHING;
  RETURN NULL;
END;
$$;

CREATE OR REPLACE FUNCTION "tell_session_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO actor_change (credential, counts_until) VALUES (NEW."credential", NEW."counts_until");
  RETURN NULL;
END;
$$;

-- They write here whoever changes a table, and not to a table that the writer has put before this one.
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION tell_actor_changed() SET search_path = %I, pg_temp', current_schema());
  EXECUTE format('ALTER FUNCTION tell_session_ended() SET search_path = %I, pg_temp', current_schema());
END $$;

CREATE FUNCTION "wake_identity_actor"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('identity_actor', '');
  RETURN NULL;
END;
$$;
CREATE TRIGGER "wake" AFTER INSERT ON "actor_change"
    FOR EACH STATEMENT EXECUTE FUNCTION "wake_identity_actor"();
