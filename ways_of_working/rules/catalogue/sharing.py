"""1.12 Sharing of Information and Resources Including Confidential Materials."""

from django.utils.translation import gettext_noop as _

from ways_of_working.rules.catalogue.shape import Asking, Question, Section

SECTIONS = (
    Section(
        "1.12",
        _("Sharing of Information and Resources Including Confidential Materials"),
        _("What you share, who keeps it safe, and whose it stays."),
    ),
)
_HERE = Asking("1.12")

QUESTIONS: tuple[Question, ...] = (
    _HERE.words(
        "sharing_how", _("How do you share information and resources?"),
        _("Think of documents, books, toys and equipment, training places, and people's time."),
        _("We keep a list of what each of us can lend, and whoever borrows brings it back."),
        _("Documents for all of us go on the group's pages and nowhere else."),
    ),
    _HERE.words(
        "confidentiality_duty", _("Whose task is it to keep confidential things confidential?"),
        _("Everybody has a part in it. Name one person who reminds people and deals with mistakes."),
        _("Each member answers for its own staff, and the administrator checks once a term who can see what."),
        _("Whoever shares something says whether it may leave the group."),
        _("A mistake is told to the leader on the same day."),
    ),
    _HERE.words(
        "shared_documents", _("What happens to documents that were shared?"),
        _("Say who may keep, change or pass them on, for how long, and what a member that leaves does with them."),
        _("Members may use a shared document in their own setting but do not pass it on."),
        _("A document without a review date is deleted after two years."),
    ),
    _HERE.words(
        "copyright", _("Whose are the things that you write or make?"),
        _("Copyright stays with whoever wrote it unless you agree otherwise. Say how the source is named, and check what you buy."),
        _("What one of us made stays his or hers, and the name stays on it."),
        _("What we make together belongs to all members, who may all use it, also after they leave."),
        _("Bought material is shared only if its licence allows it."),
    ),
    _HERE.words(
        "web_forum", _("Will there be a place online with a password?"),
        _("Say which one, who lets people in and takes them out, and what never goes there. The group's pages here need a sign-in."),
        _("We use the group's pages for documents, and nobody shares a password."),
        _("The administrator removes people on the day on which their setting leaves."),
        _("We do without a forum and use email."),
    ),
)  # fmt: skip
