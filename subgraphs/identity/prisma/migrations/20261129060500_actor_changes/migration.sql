-- CreateTable
CREATE TABLE "ended_session" (
    "credential" TEXT NOT NULL,
    "counts_until" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "ended_session_pkey" PRIMARY KEY ("credential")
);

-- CreateIndex
CREATE INDEX "ended_session_counts_until_idx" ON "ended_session"("counts_until");

-- What follows is written by hand. Every process of identity hears at the commit of what makes an actor another one,
-- whoever wrote it; a transaction that changes one person many times tells once.
CREATE FUNCTION "tell_actor_changed"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person_column text := TG_ARGV[0];
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM pg_notify('identity_actor', json_build_object('kind', 'person', 'personId', to_json(OLD) ->> person_column)::text);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM pg_notify('identity_actor', json_build_object('kind', 'person', 'personId', to_json(NEW) ->> person_column)::text);
  END IF;
  RETURN NULL;
END;
$$;

CREATE TRIGGER "tell_actor_changed" AFTER INSERT OR DELETE OR UPDATE OF "active" ON "person"
    FOR EACH ROW EXECUTE FUNCTION "tell_actor_changed"('id');
CREATE TRIGGER "tell_actor_changed" AFTER INSERT OR DELETE OR UPDATE ON "account"
    FOR EACH ROW EXECUTE FUNCTION "tell_actor_changed"('person_id');
CREATE TRIGGER "tell_actor_changed" AFTER INSERT OR DELETE ON "trainee"
    FOR EACH ROW EXECUTE FUNCTION "tell_actor_changed"('id');
CREATE TRIGGER "tell_actor_changed" AFTER INSERT OR DELETE OR UPDATE ON "role_grant"
    FOR EACH ROW EXECUTE FUNCTION "tell_actor_changed"('person_id');

CREATE FUNCTION "tell_session_ended"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('identity_actor', json_build_object('kind', 'session', 'credential', NEW."credential",
    'until', floor(extract(epoch FROM NEW."counts_until") * 1000))::text);
  RETURN NULL;
END;
$$;
CREATE TRIGGER "tell_session_ended" AFTER INSERT OR UPDATE ON "ended_session"
    FOR EACH ROW EXECUTE FUNCTION "tell_session_ended"();
