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

-- Makes what refuses at the commit that a row and the newest record of it say different things, and that a history tells
-- of a decision without a record. What it means of a row, its table's view says: `<subject>_evidence (id, stands)`.
-- `key` is the column of the records that names the row; a trigger's argument is the column of its own table that does.
CREATE FUNCTION make_evidence_guards(subject text, records text, key text) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    DECLARE
      named uuid := to_jsonb(NEW) ->> TG_ARGV[0];
      evident boolean := (SELECT stands FROM %I WHERE id = named);
    BEGIN
      -- A row may be gone by now; a record of nothing is refused.
      IF NOT evident OR (evident IS NULL AND TG_ARGV[0] <> 'id') THEN
        RAISE EXCEPTION '%s %% does not stand as recorded', named;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_unrecorded_' || subject, subject || '_evidence', subject);
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    DECLARE
      named uuid := to_jsonb(NEW) ->> TG_ARGV[0];
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM %I r
        WHERE r.%I = named AND r.digest = NEW.digest AND r.by_id = NEW.by_id AND r.at = NEW.at) THEN
        RAISE EXCEPTION '%% tells of a decision without a record', TG_TABLE_NAME;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_unrecorded_history_of_' || subject, records, key);
END $make$;

-- A record is numbered here, whatever number it came with: none is put before another, or after all to come.
CREATE FUNCTION number_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sequence := nextval(pg_get_serial_sequence(TG_RELID::regclass::text, 'sequence'));
  RETURN NEW;
END $$;

CREATE FUNCTION oslo_day(at timestamptz) RETURNS date STABLE
RETURN (at AT TIME ZONE 'Europe/Oslo')::date;

-- As a record's content spells it.
CREATE FUNCTION iso(at timestamptz) RETURNS text STABLE
RETURN to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- A function finds tables in this schema alone: not in one that its caller has made or put before it. Those in SQL, as
-- the views, have theirs from when they were made.
CREATE FUNCTION pin_functions() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  each regprocedure;
BEGIN
  FOR each IN SELECT oid FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
    AND prosqlbody IS NULL LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', each, current_schema());
  END LOOP;
END $$;

-- Here the shared part ends.

-- Records: their digest is of their content, and they come in one order.
ALTER TABLE "conversation_record" ADD CONSTRAINT "record_digest"
  CHECK ("digest" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
CREATE TRIGGER numbered BEFORE INSERT ON "conversation_record" FOR EACH ROW EXECUTE FUNCTION number_record();

-- What was finalised, as the record's content says it.
CREATE FUNCTION content_of(c conversation) RETURNS jsonb STABLE
RETURN jsonb_build_object('conversationId', c.id, 'version', c.version - 1, 'traineeId', c.trainee_id,
    'mentorId', c.mentor_id, 'startsAt', iso(c.starts_at), 'durationMinutes', c.duration_minutes, 'place', c.place,
    'topics', c.topics,
    'goals', (SELECT coalesce(jsonb_agg(jsonb_build_object('goalId', goal_id, 'assessment', assessment)
      ORDER BY position), '[]') FROM conversation_goal WHERE conversation_id = c.id),
    'texts', (SELECT coalesce(jsonb_object_agg(part, text), '{}') FROM conversation_text WHERE conversation_id = c.id));

-- With the hours that it gave.
CREATE VIEW "conversation_evidence" AS
SELECT c.id, CASE c.status
  WHEN 'FINALISED' THEN coalesce((r.trainee_id, r.by_id, r.at, r.digest)
    IS NOT DISTINCT FROM (c.trainee_id, c.finalised_by_id, c.finalised_at, c.digest)
    AND r.content::jsonb = content_of(c)
    AND (h.trainee_id, h."on", h.minutes, h.recorded_by_id)
      = (c.trainee_id, oslo_day(c.starts_at), c.duration_minutes, c.finalised_by_id)
    AND h.removed_at IS NULL, false)
  ELSE r.id IS NULL AND h.id IS NULL END AS stands
FROM conversation c
LEFT JOIN conversation_record r ON r.conversation_id = c.id
LEFT JOIN guidance_entry h ON h.conversation_id = c.id;

-- A record and an entry of the history are of one decision.
CREATE VIEW "conversation_record_evidence" AS
SELECT r.id, EXISTS (SELECT 1 FROM conversation c JOIN conversation_history h ON h.conversation_id = c.id
  WHERE c.id = r.conversation_id AND (h.digest, h.at, h.by_id) = (r.digest, r.at, r.by_id)) AS stands FROM conversation_record r;
CREATE VIEW "conversation_history_evidence" AS
SELECT h.id, h.digest IS NULL OR EXISTS (SELECT 1 FROM conversation_record r WHERE r.conversation_id = h.conversation_id
  AND h.command = 'FINALISE' AND h.status = 'FINALISED' AND (h.digest, h.at, h.by_id) = (r.digest, r.at, r.by_id)) AS stands
FROM conversation_history h;

SELECT make_evidence_guards('conversation', 'conversation_record', 'conversation_id');

CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "conversation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'FINALISED') EXECUTE FUNCTION refuse_unrecorded_conversation('id');
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "conversation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status = 'FINALISED') EXECUTE FUNCTION refuse_unrecorded_conversation('id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "conversation_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION refuse_unrecorded_conversation('conversation_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "conversation_history" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.digest IS NOT NULL)
  EXECUTE FUNCTION refuse_unrecorded_history_of_conversation('conversation_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT OR UPDATE ON "guidance_entry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.conversation_id IS NOT NULL) EXECUTE FUNCTION refuse_unrecorded_conversation('conversation_id');

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
