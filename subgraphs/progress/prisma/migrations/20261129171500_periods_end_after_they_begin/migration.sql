-- As of every other table of periods.
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_period" CHECK ("valid_to" >= "valid_from");
