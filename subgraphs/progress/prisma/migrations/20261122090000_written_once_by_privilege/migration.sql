-- What is written once may not be changed by who serves: by privilege, before any trigger is asked. Deletion of the
-- history of goals and activities stays possible: support's deletion of a begun plan takes it along.
-- The role that serves is called as its schema; where one role does both, the triggers stand alone.
DO $$
BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE UPDATE, DELETE ON plan_history, decision_record FROM %I', current_schema());
    EXECUTE format('REVOKE UPDATE ON goal_history, activity_history FROM %I', current_schema());
  END IF;
END $$;
