CREATE TABLE "board_snapshots" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"board_id" text NOT NULL,
	"step_id" text,
	"phase" text,
	"reason" text NOT NULL,
	"notes" integer NOT NULL,
	"state" "bytea",
	"same_as" text,
	"fingerprint" text NOT NULL,
	"position" integer NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "board_snapshots_reason" CHECK ("board_snapshots"."reason" in ('phase', 'reveal', 'step', 'restore')),
	CONSTRAINT "board_snapshots_state" CHECK (("board_snapshots"."state" is null) <> ("board_snapshots"."same_as" is null))
);
--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"member_id" text,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pictures_mime" CHECK ("pictures"."mime" in ('image/webp'))
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"id" text PRIMARY KEY NOT NULL,
	"sprint_id" text NOT NULL,
	"member_id" text,
	"by_name" text NOT NULL,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facilitator_notes" (
	"sprint_id" text NOT NULL,
	"about" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "facilitator_notes_sprint_id_about_pk" PRIMARY KEY("sprint_id","about")
);
--> statement-breakpoint
ALTER TABLE "boards" ADD COLUMN "locked" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "example" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "hand_raised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "left_by_choice" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "example_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "wide_tools" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_board_id_boards_id_fk" FOREIGN KEY ("board_id") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_step_id_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."steps"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_snapshots" ADD CONSTRAINT "board_snapshots_same_as_board_snapshots_id_fk" FOREIGN KEY ("same_as") REFERENCES "public"."board_snapshots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facilitator_notes" ADD CONSTRAINT "facilitator_notes_sprint_id_sprints_id_fk" FOREIGN KEY ("sprint_id") REFERENCES "public"."sprints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "board_snapshots_board" ON "board_snapshots" USING btree ("board_id","position");--> statement-breakpoint
CREATE INDEX "pictures_sprint" ON "pictures" USING btree ("sprint_id");--> statement-breakpoint
CREATE INDEX "acts_sprint" ON "acts" USING btree ("sprint_id","at");