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
