-- What is signed stands: the part that every subgraph with something signed has word for word. It begins their
-- migrations; `subgraphs/shared/database/sql/evidence.sql` holds it, and docs/decisions/0014 says why.

-- Keeps a row while its status is the signed one. Arguments: the columns that the end of a signature changes, and those
-- that change while it stands. So nothing that was signed changes in the statement that ends the signature.
CREATE FUNCTION keep_signed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may text[] := regexp_split_to_array(TG_ARGV[CASE WHEN NEW.status = OLD.status THEN 1 ELSE 0 END], '\s+');
BEGIN
  IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
    RAISE EXCEPTION '% % is signed', TG_TABLE_NAME, OLD.id;
  END IF;
  RETURN NEW;
END $$;

-- At the commit: a row and the newest record of it say the same. Arguments: the table of the row, and which column of
-- the table that the trigger is on names it. What that means of a row is the table's own `stands_as_recorded`.
CREATE FUNCTION refuse_unrecorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subject uuid := to_jsonb(NEW) ->> TG_ARGV[1];
  stands boolean;
BEGIN
  EXECUTE format('SELECT stands_as_recorded(t) FROM %I t WHERE id = $1', TG_ARGV[0]) INTO stands USING subject;
  -- A row may be gone by now; a record of nothing is refused.
  IF NOT stands OR (stands IS NULL AND TG_TABLE_NAME <> TG_ARGV[0]) THEN
    RAISE EXCEPTION '% % does not stand as recorded', TG_ARGV[0], subject;
  END IF;
  RETURN NULL;
END $$;

-- At the commit: what a history says was decided is in the records. Arguments: the records, the columns there and in the
-- history that name the row.
CREATE FUNCTION refuse_history_without_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  recorded boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1 AND digest = $2 AND by_id = $3 AND at = $4)',
    TG_ARGV[0], TG_ARGV[1]) INTO recorded USING (to_jsonb(NEW) ->> TG_ARGV[2])::uuid, NEW.digest, NEW.by_id, NEW.at;
  IF NOT recorded THEN
    RAISE EXCEPTION '% tells of a decision without a record', TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

-- A record is numbered here, whatever number it came with: none is put before another, or after all to come.
CREATE FUNCTION number_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sequence := nextval(pg_get_serial_sequence(TG_RELID::regclass::text, 'sequence'));
  RETURN NEW;
END $$;

CREATE FUNCTION oslo_day(at timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (at AT TIME ZONE 'Europe/Oslo')::date
$$;

-- As a record's content spells it.
CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A function finds tables in this schema alone: not in one that its caller has made or put before it.
CREATE FUNCTION pin_functions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each regprocedure;
BEGIN
  FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = current_schema()::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', each, current_schema());
  END LOOP;
END $$;

-- Here the shared part ends.

-- Records: their digest is of their content, and they come in one order.
ALTER TABLE "conversation_record" ADD CONSTRAINT "record_digest"
  CHECK ("digest" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
CREATE TRIGGER numbered BEFORE INSERT ON "conversation_record" FOR EACH ROW EXECUTE FUNCTION number_record();

-- What was finalised, as the record's content says it.
CREATE FUNCTION content_of(c conversation) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('conversationId', c.id, 'version', c.version - 1, 'traineeId', c.trainee_id,
    'mentorId', c.mentor_id, 'startsAt', iso(c.starts_at), 'durationMinutes', c.duration_minutes, 'place', c.place,
    'topics', c.topics,
    'goals', (SELECT coalesce(jsonb_agg(jsonb_build_object('goalId', goal_id, 'assessment', assessment)
      ORDER BY position), '[]') FROM conversation_goal WHERE conversation_id = c.id),
    'texts', (SELECT coalesce(jsonb_object_agg(part, text), '{}') FROM conversation_text WHERE conversation_id = c.id))
$$;

CREATE FUNCTION stands_as_recorded(c conversation) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  r conversation_record;
BEGIN
  SELECT * INTO r FROM conversation_record WHERE conversation_id = c.id;
  IF c.status <> 'FINALISED' THEN
    RETURN r.id IS NULL AND NOT EXISTS (SELECT 1 FROM guidance_entry WHERE conversation_id = c.id);
  END IF;
  RETURN (r.trainee_id, r.by_id, r.at, r.digest)
    IS NOT DISTINCT FROM (c.trainee_id, c.finalised_by_id, c.finalised_at, c.digest)
    AND r.content::jsonb = content_of(c)
    -- The hours that it gave.
    AND EXISTS (SELECT 1 FROM guidance_entry WHERE conversation_id = c.id AND removed_at IS NULL
      AND (trainee_id, "on", minutes, recorded_by_id)
        = (c.trainee_id, oslo_day(c.starts_at), c.duration_minutes, c.finalised_by_id));
END $$;

CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "conversation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'FINALISED') EXECUTE FUNCTION refuse_unrecorded('conversation', 'id');
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "conversation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'FINALISED') EXECUTE FUNCTION refuse_unrecorded('conversation', 'id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "conversation_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_unrecorded('conversation', 'conversation_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "conversation_history" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.digest IS NOT NULL)
  EXECUTE FUNCTION refuse_history_without_record('conversation_record', 'conversation_id', 'conversation_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE ON "guidance_entry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.conversation_id IS NOT NULL) EXECUTE FUNCTION refuse_unrecorded('conversation', 'conversation_id');

-- Waits for who finalises the conversation at this moment.
CREATE OR REPLACE FUNCTION refuse_finalised() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM conversation WHERE id IN (NEW.conversation_id, OLD.conversation_id) ORDER BY id FOR KEY SHARE;
  IF EXISTS (SELECT 1 FROM conversation WHERE status = 'FINALISED'
             AND id IN (NEW.conversation_id, OLD.conversation_id)) THEN
    RAISE EXCEPTION 'the conversation is finalised';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "conversation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "conversation_goal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "conversation_text" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "guidance_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
SELECT pin_functions();
