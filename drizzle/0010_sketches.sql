CREATE TABLE "sketches" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"step_id" text NOT NULL,
	"member_id" text,
	"place" smallint NOT NULL,
	"content" "bytea" NOT NULL,
	"board_id" text,
	"exhibit_id" text,
	"critique" text DEFAULT 'waits' NOT NULL,
	"revealed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "sketches_place" CHECK ("sketches"."place" between 1 and 2),
	CONSTRAINT "sketches_revealed" CHECK (not "sketches"."revealed" or "sketches"."exhibit_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "waiting_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"board_id" text NOT NULL,
	"member_id" text NOT NULL,
	"exhibit_id" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sketches" ADD CONSTRAINT "sketches_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sketches" ADD CONSTRAINT "sketches_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sketches" ADD CONSTRAINT "sketches_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sketches" ADD CONSTRAINT "sketches_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_questions" ADD CONSTRAINT "waiting_questions_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_questions" ADD CONSTRAINT "waiting_questions_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_questions" ADD CONSTRAINT "waiting_questions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sketches_of_member" ON "sketches" USING btree ("member_id","step_id","place");--> statement-breakpoint
CREATE INDEX "sketches_sprint" ON "sketches" USING btree ("sprint_id");--> statement-breakpoint
CREATE INDEX "waiting_questions_board" ON "waiting_questions" USING btree ("board_id");