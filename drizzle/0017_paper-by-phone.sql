ALTER TABLE "tickets" DROP CONSTRAINT "tickets_kind";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "step_id" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "holder_hash" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tickets_step" ON "tickets" USING btree ("step_id");--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_paper" CHECK (("tickets"."kind" = 'paper') = ("tickets"."step_id" is not null));--> statement-breakpoint
ALTER TABLE "tickets" ADD CONSTRAINT "tickets_kind" CHECK ("tickets"."kind" in ('phone', 'return', 'paper', 'password-reset', 'invitation', 'registration'));