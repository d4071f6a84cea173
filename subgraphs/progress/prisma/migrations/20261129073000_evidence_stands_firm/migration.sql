-- What is signed stands firm: the part that every subgraph with something signed has word for word, as `evidence.sql`.

-- Nothing is told of a time to come. Of the past it is: a command takes its time, and seeds make years.
CREATE FUNCTION refuse_later() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.at > clock_timestamp() + interval '1 minute' THEN
    RAISE EXCEPTION '% is of a time to come', TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- Guards a history or the records: what its view says does not stand is refused at the commit, whatever it holds.
CREATE FUNCTION guard_told(told text) RETURNS void LANGUAGE plpgsql AS $make$
BEGIN
  EXECUTE format($f$ CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $guard$
    BEGIN
      IF NOT (SELECT stands FROM %I WHERE id = NEW.id) THEN
        RAISE EXCEPTION '%s %% tells of what nothing else tells of', NEW.id;
      END IF;
      RETURN NULL;
    END $guard$ $f$, 'refuse_untrue_' || told, told || '_evidence', told);
  EXECUTE format('CREATE CONSTRAINT TRIGGER told AFTER INSERT ON %I DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION %I()', told, 'refuse_untrue_' || told);
  EXECUTE format('CREATE TRIGGER dated BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION refuse_later()', told);
END $make$;

-- A signature ends by a record of that, later than its own. Arguments: the records' column that names the row, the row's
-- that says when it was signed, and the outcomes of a signature and of its end.
CREATE FUNCTION refuse_end_unrecorded() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ended boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM decision_record e WHERE e.%1$I = $1 AND e.outcome::text = $2
    AND e.sequence > ALL (SELECT sequence FROM decision_record s
      WHERE s.%1$I = $1 AND s.outcome::text = $3 AND s.at <= $4))', TG_ARGV[0])
    INTO ended USING OLD.id, TG_ARGV[3], TG_ARGV[2], (to_jsonb(OLD) ->> TG_ARGV[1])::timestamptz;
  IF NOT ended THEN
    RAISE EXCEPTION '% % lost its signature without a record', TG_TABLE_NAME, OLD.id;
  END IF;
  RETURN NULL;
END $$;

-- Here the shared part ends.

-- A CHECK that comes to NULL lets the row in: an outcome that is not there is not the one that the status needs.
ALTER TABLE "learning_goal" DROP CONSTRAINT "goal_decision", ADD CONSTRAINT "goal_decision" CHECK (
  "outcome"::text IS NOT DISTINCT FROM CASE WHEN "status" IN ('APPROVED', 'REJECTED') THEN "status"::text END
  AND num_nonnulls("outcome", "decided_by_id", "decision_source", "decided_at", "decision_digest") IN (0, 5)
  AND ("outcome" IS NOT NULL OR num_nonnulls("decided_on_behalf_of_id", "decision_comment") = 0)
  AND ("outcome" IS DISTINCT FROM 'REJECTED' OR "decision_comment" IS NOT NULL));

-- It is judged by the status, which is what is served.
CREATE OR REPLACE VIEW "learning_goal_evidence" AS
SELECT g.id, CASE WHEN g.status NOT IN ('APPROVED', 'REJECTED') THEN
    g.outcome IS NULL AND r.outcome IS DISTINCT FROM 'APPROVED'
  ELSE coalesce(
  (r.outcome::text, r.outcome::text, r.trainee_id, r.by_id, r.on_behalf_of_id, r.role, r.at, r.comment, r.digest)
    IS NOT DISTINCT FROM (g.status::text, g.outcome::text, g.trainee_id, g.decided_by_id, g.decided_on_behalf_of_id,
      g.decision_source::text, g.decided_at, g.decision_comment, g.decision_digest)
  AND (g.status = 'REJECTED' OR (
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

DROP TRIGGER recorded ON "learning_goal";
CREATE CONSTRAINT TRIGGER recorded AFTER UPDATE ON "learning_goal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('APPROVED', 'REJECTED') OR OLD.status IN ('APPROVED', 'REJECTED'))
  EXECUTE FUNCTION refuse_unrecorded_learning_goal('id');
DROP TRIGGER recorded_first ON "learning_goal";
CREATE CONSTRAINT TRIGGER recorded_first AFTER INSERT ON "learning_goal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.status IN ('APPROVED', 'REJECTED')) EXECUTE FUNCTION refuse_unrecorded_learning_goal('id');
DROP TRIGGER kept ON "learning_goal";
CREATE TRIGGER kept BEFORE DELETE ON "learning_goal" FOR EACH ROW WHEN (OLD.status IN ('APPROVED', 'REJECTED'))
  EXECUTE FUNCTION refuse_delete_unless_plan_is_deleted();

-- What an activity has lost of a signature that counted, it lost by a record; so has a goal of its approval.
CREATE OR REPLACE VIEW "learning_activity_evidence" AS
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
  -- What was signed and has lapsed is done anew, which its history tells. What counts for ever does not lapse; of records
  -- that do not say so, the guard below knows it by the row.
  ELSE r.outcome IS DISTINCT FROM 'SIGNED' OR EXISTS (
    SELECT 1 FROM activity_history h WHERE h.activity_id = a.id AND h.command IN ('REGISTER', 'MARK_FULFILLED')
      AND oslo_day(h.at) > CASE WHEN (r.signed -> 'definition') ? 'validMonths' THEN counts_until(r.signed)
        ELSE oslo_day(r.at) END)
  END AS stands
FROM learning_activity a LEFT JOIN LATERAL (
  SELECT *, content::jsonb AS signed FROM decision_record WHERE subject_id = a.id AND subject_kind = 'ACTIVITY'
  ORDER BY sequence DESC LIMIT 1
) r ON true;
CREATE CONSTRAINT TRIGGER ended AFTER UPDATE ON "learning_activity" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status = 'SIGNED' AND NEW.status <> 'SIGNED' AND (OLD.valid_until < oslo_day(now())) IS NOT TRUE)
  EXECUTE FUNCTION refuse_end_unrecorded('subject_id', 'signed_at', 'SIGNED', 'WITHDRAWN');
CREATE CONSTRAINT TRIGGER ended AFTER UPDATE ON "learning_goal" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status = 'APPROVED' AND NEW.status <> 'APPROVED')
  EXECUTE FUNCTION refuse_end_unrecorded('subject_id', 'decided_at', 'APPROVED', 'WITHDRAWN');

-- A decision told of by a history has its record, whatever the entry leaves out: a command that decides, a digest, or a
-- step to what is decided.
CREATE OR REPLACE VIEW "goal_history_evidence" AS
SELECT h.id, (h.command NOT IN ('APPROVE', 'REJECT', 'REVOKE_APPROVAL') AND h.digest IS NULL
    AND (h.status NOT IN ('APPROVED', 'REJECTED') OR h.command IN ('COMMENT', 'ATTACH')))
  OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.subject_id = h.goal_id AND (r.digest = h.digest OR r.outcome = 'WITHDRAWN')
    AND (r.outcome::text, r.at, r.by_id, r.on_behalf_of_id, r.comment)
      IS NOT DISTINCT FROM (decided(h), h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM goal_history h;
CREATE OR REPLACE VIEW "activity_history_evidence" AS
SELECT h.id, (h.command NOT IN ('SIGN', 'REJECT', 'WITHDRAW_SIGNATURE') AND h.digest IS NULL
    AND (h.status NOT IN ('SIGNED', 'REJECTED') OR h.command IN ('COMMENT', 'ATTACH', 'START_E_LEARNING')))
  OR EXISTS (SELECT 1 FROM decision_record r
  WHERE r.subject_id = h.activity_id AND (r.outcome::text, r.digest, r.at, r.by_id, r.on_behalf_of_id, r.comment)
    IS NOT DISTINCT FROM (decided(h), h.digest, h.at, h.by_id, h.on_behalf_of_id, h.comment)) AS stands
FROM activity_history h;

DROP TRIGGER recorded ON "goal_history";
DROP FUNCTION refuse_unrecorded_history_of_learning_goal();
DROP TRIGGER recorded ON "activity_history";
DROP FUNCTION refuse_unrecorded_history_of_learning_activity();
SELECT guard_told('goal_history'), guard_told('activity_history'), guard_told('decision_record');

-- FOR SHARE waits for another's update, which FOR KEY SHARE does not.
CREATE OR REPLACE FUNCTION is_closed(goal uuid, activity uuid, at timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM learning_activity WHERE id = activity FOR SHARE;
  PERFORM 1 FROM learning_goal WHERE id = goal FOR SHARE;
  RETURN EXISTS (SELECT 1 FROM learning_goal WHERE id = goal AND status = 'APPROVED') OR EXISTS (
    SELECT 1 FROM learning_activity WHERE id = activity AND status = 'SIGNED'
      AND (valid_until >= oslo_day(at)) IS NOT FALSE);
END $$;

-- Support's deletion of a begun plan has a true log, or goes nowhere: it is of a plan that is there when it is written,
-- has each row word for word, and the plan is gone at the commit.
CREATE FUNCTION begin_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.xid := pg_current_xact_id();
  IF NEW.command = 'DELETE_BEGUN' AND NOT EXISTS (SELECT 1 FROM assigned_plan WHERE id = NEW.assigned_plan_id
    AND (trainee_id, plan_template_id) = (NEW.trainee_id, NEW.plan_template_id)) THEN
    RAISE EXCEPTION 'plan % is not there', NEW.assigned_plan_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER begun BEFORE INSERT ON "plan_history" FOR EACH ROW EXECUTE FUNCTION begin_deletion();

CREATE VIEW "plan_history_evidence" AS
SELECT h.id, h.command <> 'DELETE_BEGUN' OR (jsonb_typeof(h.content) IS NOT DISTINCT FROM 'object'
  AND NOT EXISTS (SELECT 1 FROM assigned_plan WHERE id = h.assigned_plan_id)) AS stands
FROM plan_history h;
SELECT guard_told('plan_history');

-- Whether a row's copy in the log, which has the program's names and writes a time its way, says all that the row said.
CREATE FUNCTION says_the_same(gone jsonb, copy jsonb) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  each record;
BEGIN
  FOR each IN SELECT value AS was, copy ->> (lower(left(key, 1)) || substr(replace(initcap(replace(key, '_', ' ')), ' ', ''), 2))
      AS is_told FROM jsonb_each_text(gone) LOOP
    CONTINUE WHEN each.was IS NOT DISTINCT FROM each.is_told;
    IF (each.was ~ '^\d{4}-\d\d-\d\d' AND each.is_told ~ '^\d{4}-\d\d-\d\dT[\d:.]+Z$') IS NOT TRUE
      OR each.was::timestamptz <> each.is_told::timestamptz THEN
      RETURN false;
    END IF;
  END LOOP;
  RETURN true;
END $$;
ALTER FUNCTION says_the_same SET timezone = 'UTC';

-- Refuses that a row goes in such a deletion without its copy. Argument: where the log has the table's rows. One look-up
-- a statement: all the rows that it takes are looked for in one reading of the log.
CREATE FUNCTION refuse_unlogged() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  unlogged int;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM plan_history WHERE command = 'DELETE_BEGUN' AND xid = pg_current_xact_id()) THEN
    RETURN NULL;
  END IF;
  WITH copy AS MATERIALIZED (
    SELECT jsonb_path_query(content, TG_ARGV[0]::jsonpath) AS told FROM plan_history
    WHERE command = 'DELETE_BEGUN' AND xid = pg_current_xact_id()
  )
  SELECT count(*) INTO unlogged FROM (SELECT to_jsonb(gone) AS was FROM gone) g
  LEFT JOIN copy ON coalesce(copy.told ->> 'id', '') = coalesce(g.was ->> 'id', '')
    AND coalesce(copy.told ->> 'goalId', '') = coalesce(g.was ->> 'goal_id', '') AND says_the_same(g.was, copy.told)
  WHERE copy.told IS NULL;
  IF unlogged > 0 THEN
    RAISE EXCEPTION '% of % are not in the log of the deletion', unlogged, TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER logged AFTER DELETE ON "assigned_plan" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.plan');
CREATE TRIGGER logged AFTER DELETE ON "learning_goal" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.goals[*]');
CREATE TRIGGER logged AFTER DELETE ON "learning_activity" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.activities[*]');
CREATE TRIGGER logged AFTER DELETE ON "goal_history" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.goals[*].history[*]');
CREATE TRIGGER logged AFTER DELETE ON "activity_history" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.activities[*].history[*]');
CREATE TRIGGER logged AFTER DELETE ON "comment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.*[*].comments[*]');
CREATE TRIGGER logged AFTER DELETE ON "attachment" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.*[*].attachments[*]');
CREATE TRIGGER logged AFTER DELETE ON "activity_goal" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.activities[*].goals[*]');
CREATE TRIGGER logged AFTER DELETE ON "recommendation" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unlogged('$.goals[*].recommendations[*]');

SELECT pin_functions();
