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
ALTER TABLE "decision_record" ADD CONSTRAINT "record_digest"
  CHECK ("digest" = encode(sha256(convert_to("content", 'UTF8')), 'hex'));
CREATE TRIGGER numbered BEFORE INSERT ON "decision_record" FOR EACH ROW EXECUTE FUNCTION number_record();

-- The last day on which what was signed counts; null when it counts for ever.
CREATE FUNCTION counts_until(signed jsonb) RETURNS date STABLE
RETURN ((signed ->> 'performedOn')::date + make_interval(months => (signed #>> '{definition,validMonths}')::int))::date;

CREATE VIEW "learning_activity_evidence" AS
SELECT a.id, CASE a.status
  WHEN 'REJECTED' THEN (r.outcome::text, r.trainee_id, r.by_id, r.at, r.comment) IS NOT DISTINCT FROM
    ('REJECTED', a.trainee_id, a.rejected_by_id, a.rejected_at, a.rejection_comment)
  WHEN 'SIGNED' THEN coalesce(
    (r.outcome::text, r.trainee_id, r.by_id, r.on_behalf_of_id, r.role, r.at, r.comment, r.digest)
      IS NOT DISTINCT FROM ('SIGNED', a.trainee_id, a.signed_by_id, a.signed_on_behalf_of_id, a.signer_role::text,
        a.signed_at, a.signature_comment, a.signature_digest)
    AND CASE WHEN a.valid_until IS NULL THEN (r.signed ->> 'version')::int + 1 = a.version
      -- After it has lapsed, files come and go again.
      ELSE (r.signed ->> 'version')::int < a.version END
    AND (NOT (r.signed -> 'definition') ? 'validMonths' OR counts_until(r.signed) IS NOT DISTINCT FROM a.valid_until)
    AND r.signed #>> '{definition,id}' = a.definition_id::text
    AND r.signed - '{version,definition,goals}'::text[] = jsonb_build_object(
      'activityId', a.id, 'traineeId', a.trainee_id, 'comment', a.comment, 'performedOn', a.performed_on,
      'request', jsonb_build_object('signerId', a.signer_id, 'role', a.signer_role, 'sentAt', iso(a.sent_at)),
      'attachments', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'fileName', file_name, 'sha256', sha256) ORDER BY id), '[]')
        FROM attachment WHERE activity_id = a.id
          AND (a.valid_until IS NULL OR oslo_day(attached_at) <= a.valid_until)
          AND (removed_at IS NULL OR oslo_day(removed_at) > a.valid_until))), false)
  -- What was signed and has lapsed is done anew, which its history tells.
  ELSE r.outcome IS DISTINCT FROM 'SIGNED' OR EXISTS (
    SELECT 1 FROM activity_history h WHERE h.activity_id = a.id AND h.command IN ('REGISTER', 'MARK_FULFILLED')
      AND oslo_day(h.at) > coalesce(counts_until(r.signed), oslo_day(r.at)))
  END AS stands
FROM learning_activity a LEFT JOIN LATERAL (
  SELECT *, content::jsonb AS signed FROM decision_record WHERE subject_id = a.id AND subject_kind = 'ACTIVITY'
  ORDER BY sequence DESC LIMIT 1
) r ON true;

-- What was rejected is corrected; what was approved is closed. What an approval rests on has records of its own.
CREATE VIEW "learning_goal_evidence" AS
SELECT g.id, CASE WHEN g.outcome IS NULL THEN r.outcome IS DISTINCT FROM 'APPROVED' ELSE coalesce(
  (r.outcome::text, r.trainee_id, r.by_id, r.on_behalf_of_id, r.role, r.at, r.comment, r.digest)
    IS NOT DISTINCT FROM (g.outcome::text, g.trainee_id, g.decided_by_id, g.decided_on_behalf_of_id,
      g.decision_source::text, g.decided_at, g.decision_comment, g.decision_digest)
  AND (g.outcome = 'REJECTED' OR (
    (r.signed #>> '{goal,id}', r.signed #>> '{goal,definitionId}', r.signed ->> 'traineeId')
      = (g.id::text, g.definition_id::text, g.trainee_id::text)
    AND r.signed -> 'completion' = jsonb_build_object('completedOn', g.completed_on, 'comment', g.completion_comment)
    AND r.signed ->> 'planVersionId' = (SELECT plan_version_id::text FROM assigned_plan
      WHERE id = g.assigned_plan_id AND trainee_id = g.trainee_id)
    AND ARRAY(SELECT (x ->> 'id')::uuid FROM jsonb_array_elements(r.signed -> 'activities') x ORDER BY 1)
      = ARRAY(SELECT activity_id FROM activity_goal WHERE goal_id = g.id ORDER BY 1)
    AND ARRAY(SELECT x FROM jsonb_array_elements(r.signed -> 'attachments') x ORDER BY 1)
      = ARRAY(SELECT jsonb_build_object('fileName', file_name, 'mediaType', media_type, 'byteSize', byte_size,
          'sha256', sha256) FROM attachment WHERE goal_id = g.id AND removed_at IS NULL ORDER BY 1))), false)
  END AS stands
FROM learning_goal g LEFT JOIN LATERAL (
  SELECT *, content::jsonb AS signed FROM decision_record WHERE subject_id = g.id AND subject_kind = 'GOAL'
  ORDER BY sequence DESC LIMIT 1
) r ON true;

-- Which record an entry of a history is of.
CREATE FUNCTION decided(h goal_history) RETURNS text STABLE
RETURN CASE h.command || ' ' || h.status WHEN 'APPROVE APPROVED' THEN 'APPROVED' WHEN 'REJECT REJECTED' THEN 'REJECTED'
    WHEN 'REVOKE_APPROVAL WAITING' THEN 'WITHDRAWN' END;
CREATE FUNCTION decided(h activity_history) RETURNS text STABLE
RETURN CASE h.command || ' ' || h.status WHEN 'SIGN SIGNED' THEN 'SIGNED' WHEN 'REJECT REJECTED' THEN 'REJECTED'
    WHEN 'WITHDRAW_SIGNATURE WAITING' THEN 'WITHDRAWN' END;

-- A record and an entry of the history are of one decision. A record outlives its row and that history by support's
-- deletion of the plan alone, whose log has them.
CREATE VIEW "decision_record_evidence" AS
SELECT r.id, EXISTS (SELECT 1 FROM learning_goal g JOIN goal_history h ON h.goal_id = g.id WHERE g.id = r.subject_id
    AND (decided(h), h.at, h.by_id, h.on_behalf_of_id, h.comment)
      IS NOT DISTINCT FROM (r.outcome::text, r.at, r.by_id, r.on_behalf_of_id, r.comment)
    AND (h.digest = r.digest OR r.outcome = 'WITHDRAWN'))
  OR EXISTS (SELECT 1 FROM learning_activity a JOIN activity_history h ON h.activity_id = a.id WHERE a.id = r.subject_id
    AND (decided(h), h.at, h.by_id, h.on_behalf_of_id, h.comment, h.digest)
      IS NOT DISTINCT FROM (r.outcome::text, r.at, r.by_id, r.on_behalf_of_id, r.comment, r.digest))
  OR EXISTS (SELECT 1 FROM plan_history h WHERE h.trainee_id = r.trainee_id AND h.command = 'DELETE_BEGUN'
    AND h.content::text LIKE '%' || r.subject_id || '%') AS stands
FROM decision_record r;
CREATE VIEW "goal_history_evidence" AS
SELECT h.id, (decided(h) IS NULL AND h.digest IS NULL) OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.subject_id = h.goal_id AND (r.digest = h.digest OR r.outcome = 'WITHDRAWN')
    AND (r.outcome::text, r.at, r.by_id, r.on_behalf_of_id, r.comment)
      IS NOT DISTINCT FROM (decided(h), h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM goal_history h;
CREATE VIEW "activity_history_evidence" AS
SELECT h.id, (decided(h) IS NULL AND h.digest IS NULL) OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.subject_id = h.activity_id AND (r.outcome::text, r.digest, r.at, r.by_id, r.on_behalf_of_id, r.comment)
    IS NOT DISTINCT FROM (decided(h), h.digest, h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM activity_history h;

SELECT make_evidence_guards('learning_activity', 'decision_record', 'subject_id');
SELECT make_evidence_guards('learning_goal', 'decision_record', 'subject_id');

CREATE TRIGGER signed BEFORE UPDATE ON "learning_activity" FOR EACH ROW WHEN (OLD.status = 'SIGNED')
  EXECUTE FUNCTION keep_signed('status version signer_id signer_role sent_at signed_by_id signed_on_behalf_of_id
signed_at signature_comment signature_digest valid_until', 'version');
CREATE TRIGGER signed BEFORE UPDATE ON "learning_goal" FOR EACH ROW WHEN (OLD.status = 'APPROVED')
  EXECUTE FUNCTION keep_signed('status version sent_at outcome decided_by_id decided_on_behalf_of_id decision_source
decided_at decision_comment decision_digest', '');

CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "learning_activity" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('SIGNED', 'REJECTED') OR OLD.status = 'SIGNED')
  EXECUTE FUNCTION refuse_unrecorded_learning_activity('id');
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "learning_activity" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('SIGNED', 'REJECTED')) EXECUTE FUNCTION refuse_unrecorded_learning_activity('id');
CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "learning_goal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome IS NOT NULL OR OLD.outcome IS NOT NULL) EXECUTE FUNCTION refuse_unrecorded_learning_goal('id');
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "learning_goal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.outcome IS NOT NULL) EXECUTE FUNCTION refuse_unrecorded_learning_goal('id');
CREATE CONSTRAINT TRIGGER recorded_goal AFTER INSERT ON "decision_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.subject_kind = 'GOAL') EXECUTE FUNCTION refuse_unrecorded_learning_goal('subject_id');
CREATE CONSTRAINT TRIGGER recorded_activity AFTER INSERT ON "decision_record" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.subject_kind = 'ACTIVITY') EXECUTE FUNCTION refuse_unrecorded_learning_activity('subject_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "goal_history" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.digest IS NOT NULL)
  EXECUTE FUNCTION refuse_unrecorded_history_of_learning_goal('goal_id');
CREATE CONSTRAINT TRIGGER recorded AFTER INSERT ON "activity_history" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.digest IS NOT NULL)
  EXECUTE FUNCTION refuse_unrecorded_history_of_learning_activity('activity_id');

-- Support's deletion of a begun plan takes along all that hangs on it, and of no other plan.
CREATE OR REPLACE FUNCTION refuse_delete_unless_plan_is_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  plan uuid := coalesce((was ->> 'assigned_plan_id')::uuid,
    (SELECT assigned_plan_id FROM learning_goal WHERE id = (was ->> 'goal_id')::uuid),
    (SELECT assigned_plan_id FROM learning_activity WHERE id = (was ->> 'activity_id')::uuid));
BEGIN
  IF EXISTS (SELECT 1 FROM plan_history WHERE assigned_plan_id = plan
             AND command = 'DELETE_BEGUN' AND content IS NOT NULL AND xid = pg_current_xact_id()) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is signed or append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER kept BEFORE DELETE ON "learning_activity" FOR EACH ROW WHEN (OLD.status IN ('SIGNED', 'REJECTED'))
  EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();
CREATE TRIGGER kept BEFORE DELETE ON "learning_goal" FOR EACH ROW WHEN (OLD.outcome IS NOT NULL)
  EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();
CREATE TRIGGER kept BEFORE DELETE ON "comment" FOR EACH ROW EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();
CREATE TRIGGER kept BEFORE DELETE ON "attachment" FOR EACH ROW WHEN (OLD.attached_at IS NOT NULL)
  EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();

CREATE TRIGGER append_only BEFORE UPDATE ON "comment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Whose plan it is and which version of it is part of what is signed of its goals.
CREATE TRIGGER append_only BEFORE UPDATE OF "id", "trainee_id", "plan_template_id", "plan_version_id" ON "assigned_plan"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whether what hangs on a goal or an activity is closed at a time. Waits for who signs it at this moment.
CREATE FUNCTION is_closed(goal uuid, activity uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM learning_activity WHERE id = activity FOR KEY SHARE;
  PERFORM 1 FROM learning_goal WHERE id = goal FOR KEY SHARE;
  RETURN EXISTS (SELECT 1 FROM learning_goal WHERE id = goal AND status = 'APPROVED') OR EXISTS (
    SELECT 1 FROM learning_activity WHERE id = activity AND status = 'SIGNED'
      AND (valid_until >= oslo_day(at)) IS NOT FALSE);
END $$;

-- A file that was attached stays what it is; it is attached and taken off while its subject is open.
CREATE FUNCTION keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may text[] := CASE WHEN OLD.attached_at IS NULL THEN '{goal_id,activity_id,attached_at,scan}'
    WHEN OLD.removed_at IS NULL THEN '{removed_at,scan}' ELSE '{scan}' END;
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - may <> to_jsonb(OLD) - may THEN
    RAISE EXCEPTION 'attachment % stays what it is', OLD.id;
  END IF;
  IF (NEW.attached_at, NEW.removed_at) IS DISTINCT FROM (OLD.attached_at, OLD.removed_at)
    AND is_closed(NEW.goal_id, NEW.activity_id, coalesce(NEW.removed_at, NEW.attached_at)) THEN
    RAISE EXCEPTION 'attachment % is of what is signed', NEW.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed BEFORE INSERT OR UPDATE ON "attachment" FOR EACH ROW EXECUTE FUNCTION keep_attachment();

-- Which goals an activity serves is told when the plan is assigned. Whatever the day: what has lapsed was signed with
-- its goals too.
CREATE FUNCTION keep_activity_goal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' OR is_closed(NEW.goal_id, NEW.activity_id, '-infinity') THEN
    RAISE EXCEPTION 'what an activity serves is signed or append only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed BEFORE INSERT OR UPDATE ON "activity_goal" FOR EACH ROW EXECUTE FUNCTION keep_activity_goal();

-- A plan in which nothing was done may go with all that it has; what was signed goes by support's deletion alone.
CREATE FUNCTION refuse_delete_of_signed_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_closed(OLD.goal_id, (to_jsonb(OLD) ->> 'activity_id')::uuid, '-infinity') AND NOT EXISTS (
    SELECT 1 FROM plan_history h JOIN learning_goal g ON g.id = OLD.goal_id AND g.assigned_plan_id = h.assigned_plan_id
    WHERE h.command = 'DELETE_BEGUN' AND h.content IS NOT NULL AND h.xid = pg_current_xact_id()) THEN
    RAISE EXCEPTION '% is of what is signed', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER kept BEFORE DELETE ON "activity_goal" FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_signed_part();
CREATE TRIGGER kept BEFORE DELETE ON "recommendation" FOR EACH ROW EXECUTE FUNCTION refuse_delete_of_signed_part();

-- What a mentor said of a goal stands from when the goal is approved; what is said later is another row.
CREATE FUNCTION keep_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF is_closed(OLD.goal_id, NULL, NULL) OR is_closed(NEW.goal_id, NULL, NULL) THEN
    RAISE EXCEPTION 'recommendation is of what is signed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed BEFORE UPDATE ON "recommendation" FOR EACH ROW EXECUTE FUNCTION keep_recommendation();

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "learning_activity" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "learning_goal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "activity_goal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "comment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "attachment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "recommendation" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

DO $$
BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE UPDATE ON comment FROM %I', current_schema());
  END IF;
END $$;
SELECT pin_functions();
