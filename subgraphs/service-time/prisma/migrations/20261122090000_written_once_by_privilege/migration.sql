-- What is written once may not be changed by who serves: by privilege, before any trigger is asked.
-- The role that serves is called as its schema; where one role does both, the triggers stand alone.
DO $$
BEGIN
  IF current_user <> current_schema() AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = current_schema()) THEN
    EXECUTE format('REVOKE UPDATE, DELETE ON service_period_history, decision_record, service_time_rule FROM %I', current_schema());
    EXECUTE format('REVOKE DELETE ON service_period FROM %I', current_schema());
  END IF;
END $$;
