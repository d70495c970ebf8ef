"""The closer looks at a claim that is supported so far, in the order in which they are asked."""

from __future__ import annotations

from assistant.facts.dates.time_parts import time_parts
from assistant.facts.deeds.asides import asides
from assistant.facts.deeds.gapped import gapped
from assistant.facts.deeds.moves import moves
from assistant.facts.deeds.relations import relations
from assistant.facts.direction.additions import calls_first
from assistant.facts.direction.causes import causes
from assistant.facts.direction.graded import many, often, some_only
from assistant.facts.direction.unreal import is_guarded
from assistant.facts.figures.fractions import said_fractions
from assistant.facts.figures.multiples import multiples
from assistant.facts.figures.one_time import one_times
from assistant.facts.figures.order import ways
from assistant.facts.figures.per import is_each
from assistant.facts.figures.portions import portions
from assistant.facts.figures.rates import rates
from assistant.facts.names.kinds import members
from assistant.facts.names.offices import holders, lesser, lesser_offices, offices, titled
from assistant.facts.names.origins import origins
from assistant.facts.names.sayings import noun_speakers

from .already import already, is_done, is_only_to_come
from .another_actor import another_actor, several_act, tells_who
from .apart import apart, goes_on
from .bare import may_be_bare, too_bare
from .belongs import belongs, has_own, is_of_one
from .beside import opposed_beside, placed
from .beside_it import beside_it, is_about
from .beyond import beyond, only_so_much, says_only_so_much, sets_above
from .borrowed import borrowed, says_several
from .causing import another_cause
from .clausewise import another_clause, points_both_ways, takes_a_side
from .conditioned import conditioned, depends
from .contrary import contrary, may_be_contrary, told_of
from .counted import counted, counts_another
from .days_ago import dated, dated_day, from_today
from .decades import another_decade, decades
from .degrees import another_degree, degrees
from .described import describes, undescribed
from .done_by import does, plainly_does, sides_exchanged
from .elsewhere import elsewhere, has_two, is_anchored
from .excepting import excepted, excepts, excepts_nothing, only_these, says_only
from .fractions import another_fraction, another_multiple
from .graded import another_frequency, another_quantity, not_all, says_all
from .hailing import from_elsewhere
from .halved import is_short as may_be_half
from .halved import mixed_halves
from .held_by import another_trade, held_by
from .its_clause import is_short, its_clause
from .its_year import another_year, one_dated, with_years
from .joined import in_another_place, joined, joins, tells_of_a_place
from .kindred import another_kind
from .lasting import another_length, has_ends, length
from .lesser_office import lesser_office
from .limits import (
    is_bounded,
    lasts,
    leaves_open,
    other_end,
    put_bound,
    puts_bound,
    tells_an_end,
    unbounded,
)
from .measuring import another_measure, measures
from .moments import as_planned, other_side, planned, sides_of, takes_place
from .moving import moves_something, wrong_end
from .namesakes import names_in_full, namesake
from .narrowing import is_narrow, is_wide, left_wide, too_wide
from .no_more import may_be_no_more, no_more, says_more
from .not_yet import is_past, is_to_come, not_yet
from .of_them import another_part, counts, parted
from .pace import another_rate, another_time, other_way
from .partly import part_for_whole
from .per_each import left_each, may_be_all
from .put_in import first_of_all, may_put_in, put_in
from .ranks import first_for_second, ranks, says_first
from .receiving import parties, receiver
from .related import related_otherwise, relates
from .replaced import former, has_figure, replaced
from .rules import Rule, Rules
from .said_by import gives_words, said_by_another
from .saying import another_named, another_speaker, names_speaker
from .shares import another_share, shares
from .signed import another_sign, is_negative
from .single import (
    another_than_both,
    both_of,
    counts_few,
    one_for_several,
    only_one,
    several_for_one,
)
from .strange_parts import strange_part
from .time_parts import another_time_part
from .turnings import goes_one_way, turning
from .unmet import told, unmet
from .unplaced import places, unplaced
from .unread import is_unread, says_in_words, unread
from .unreal import denies_nothing, only_unreal
from .wholly import may_govern, wholly_unreal

CLOSER = Rules(
    Rule(unread, claim=is_unread),
    Rule(unread, claim=says_in_words, quote=is_unread),
    Rule(too_bare, quote=may_be_bare),
    Rule(only_so_much, claim=says_only_so_much),
    Rule(beyond, claim=sets_above),
    Rule(only_unreal, quote=is_guarded),
    Rule(no_more, claim=says_more, quote=may_be_no_more),
    Rule(conditioned, quote=depends),
    Rule(wholly_unreal, claim=denies_nothing, quote=may_govern),
    Rule(not_yet, claim=is_past, quote=is_to_come),
    Rule(already, claim=is_only_to_come, quote=is_done),
    Rule(apart, quote=goes_on, several=True),
    Rule(strange_part, named=True),
    Rule(another_kind, claim=members),
    Rule(namesake, claim=names_in_full),
    Rule(belongs, claim=is_of_one, quote=has_own),
    Rule(counts_another, claim=counted),
    Rule(another_year, claim=one_dated, quote=with_years),
    Rule(held_by, claim=holders, quote=lesser),
    Rule(lesser_office, claim=offices, quote=lesser_offices),
    Rule(another_rate, claim=rates),
    Rule(another_time, claim=one_times, quote=one_times),
    Rule(left_each, claim=may_be_all, quote=is_each),
    Rule(other_way, claim=ways, quote=ways),
    Rule(other_end, claim=tells_an_end, quote=lasts),
    Rule(another_length, claim=length, quote=has_ends),
    Rule(unbounded, claim=leaves_open, quote=is_bounded),
    Rule(put_bound, claim=puts_bound),
    Rule(another_sign, claim=is_negative),
    Rule(another_sign, quote=is_negative),
    Rule(former, claim=has_figure, quote=replaced),
    Rule(another_part, claim=counts, quote=parted),
    Rule(dated_day, claim=from_today, quote=dated),
    Rule(turning, claim=goes_one_way, quote=goes_one_way),
    Rule(another_time_part, claim=time_parts),
    Rule(another_decade, claim=decades, quote=decades),
    Rule(excepted, claim=excepts_nothing, quote=excepts),
    Rule(only_these, claim=excepts, quote=says_only),
    Rule(first_for_second, claim=says_first, quote=ranks),
    Rule(another_share, claim=shares, quote=shares),
    Rule(another_frequency, claim=often, quote=often),
    Rule(another_quantity, claim=many, quote=many),
    Rule(not_all, claim=says_all, quote=some_only),
    Rule(another_fraction, claim=said_fractions),
    Rule(another_multiple, claim=multiples, quote=said_fractions),
    Rule(one_for_several, claim=only_one, quote=counts_few),
    Rule(several_for_one, claim=counts_few),
    Rule(another_than_both, claim=both_of, quote=counts_few),
    Rule(another_than_both, claim=counts_few, quote=both_of),
    Rule(part_for_whole, quote=portions),
    Rule(unplaced, claim=places),
    Rule(too_wide, claim=is_wide),
    Rule(left_wide, quote=is_narrow),
    Rule(sides_exchanged, claim=plainly_does, quote=does),
    Rule(related_otherwise, claim=relates, quote=relations),
    Rule(mixed_halves, claim=may_be_half, quote=gapped),
    Rule(beside_it, claim=is_about, quote=asides),
    Rule(wrong_end, claim=moves_something, quote=moves),
    Rule(borrowed, quote=says_several, several=True),
    Rule(joined, claim=joins, quote=says_several, several=True),
    Rule(in_another_place, claim=tells_of_a_place),
    Rule(another_trade, claim=titled),
    Rule(as_planned, claim=takes_place, quote=planned),
    Rule(other_side, claim=sides_of, quote=sides_of),
    Rule(elsewhere, claim=is_anchored, quote=has_two),
    Rule(another_actor, claim=tells_who, quote=several_act),
    Rule(put_in, claim=may_put_in),
    Rule(first_of_all, claim=calls_first),
    Rule(another_measure, claim=measures),
    Rule(receiver, claim=parties, quote=parties),
    Rule(another_cause, claim=causes),
    Rule(another_named, claim=names_speaker, quote=names_speaker),
    Rule(another_speaker, claim=noun_speakers, quote=noun_speakers),
    Rule(said_by_another, claim=gives_words, quote=gives_words),
    Rule(another_clause, claim=takes_a_side, quote=points_both_ways),
    Rule(unmet, claim=told),
    Rule(undescribed, claim=describes),
    Rule(opposed_beside, claim=placed, quote=placed),
    Rule(its_clause, claim=is_short),
    Rule(from_elsewhere, claim=origins, quote=origins),
    Rule(another_degree, claim=degrees, quote=degrees),
    Rule(contrary, claim=may_be_contrary, quote=told_of),
)
"""Each rule with what a claim and a quote must have for it; the first that finds something
decides."""
