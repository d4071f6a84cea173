-- TRUNCATE fires no trigger FOR EACH ROW: what is written once is not emptied either.
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "plan_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "decision_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "goal_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "activity_history"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Deleting one begun plan lets the history of that plan go, and of no other.
CREATE OR REPLACE FUNCTION refuse_delete_unless_plan_is_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  plan uuid;
BEGIN
  IF TG_TABLE_NAME = 'goal_history' THEN
    SELECT assigned_plan_id INTO plan FROM learning_goal WHERE id = OLD.goal_id;
  ELSE
    SELECT assigned_plan_id INTO plan FROM learning_activity WHERE id = OLD.activity_id;
  END IF;
  IF EXISTS (SELECT 1 FROM plan_history WHERE assigned_plan_id = plan
             AND command = 'DELETE_BEGUN' AND content IS NOT NULL AND xid = pg_current_xact_id()) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;
