-- Who has opened a record is somebody else from then on.
CREATE TRIGGER "tell_actor_changed" AFTER INSERT OR DELETE OR UPDATE ON "record_opening"
    FOR EACH ROW EXECUTE FUNCTION "tell_actor_changed"('opened_by_id');
