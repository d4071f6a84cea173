-- As of every other table of periods.
ALTER TABLE "supervision_rule" ADD CONSTRAINT "rule_period" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "service_period" ADD CONSTRAINT "service_period_period" CHECK ("valid_to" >= "valid_from");
