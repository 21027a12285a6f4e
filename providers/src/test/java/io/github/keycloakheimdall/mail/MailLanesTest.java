/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class MailLanesTest {

    /** What is on its way: each ends when it is run. */
    private final List<Runnable> started = new ArrayList<>();

    private final List<String> sent = new ArrayList<>();
    private final MailLanes lanes = new MailLanes(started::add, 8);

    @Test
    void givenALaneThatStands_whenMoreMailsCome_thenTwoAreOnTheirWayAndTheOthersWait() {
        add("slow", "server", 10);

        assertThat(started).hasSize(MailLanes.OF_LANE);
    }

    @Test
    void givenALaneThatStands_whenAnotherRealmSends_thenThatGoesAtOnce() {
        add("slow", "server", 10);

        add("quick", "server", 1);

        assertThat(started).hasSize(MailLanes.OF_LANE + 1);
    }

    @Test
    void givenALaneThatStands_whenTheRealmHasAnotherServer_thenThatOneSends() {
        add("slow", "old", 10);

        add("slow", "new", 10);

        assertThat(started).hasSize(2 * MailLanes.OF_LANE);
    }

    @Test
    void givenServersThatStand_whenTheRealmTriesMoreAndMore_thenItGetsNoMoreThreads() {
        for (int i = 0; i < 10; i++) {
            add("slow", "server " + i, 1);
        }

        assertThat(started).hasSize(MailLanes.OF_REALM);
    }

    @Test
    void givenMailsThatWait_whenOneEnds_thenTheNextGoesInItsOrder() {
        add("app", "server", 4);

        while (!started.isEmpty()) {
            started.remove(0).run();
        }

        assertThat(sent).containsExactly("app 0", "app 1", "app 2", "app 3");
    }

    @Test
    void givenFewerThreadsThanLanes_whenMailsEnd_thenTheLanesTakeTurns() {
        MailLanes one = new MailLanes(started::add, 1);
        for (String realm : List.of("a", "b", "c")) {
            for (int i = 0; i < 2; i++) {
                String name = realm + i;
                one.add(realm, "server", () -> sent.add(name));
            }
        }

        while (!started.isEmpty()) {
            started.remove(0).run();
        }

        assertThat(sent).hasSize(6);
        assertThat(sent.subList(0, 4)).contains("a0", "b0", "c0");
    }

    @Test
    void givenAMailThatFails_whenItEnds_thenItsPlaceIsFree() {
        lanes.add("app", "server", () -> {
            throw new IllegalStateException("a broken template");
        });
        Runnable failing = started.remove(0);

        assertThatThrownBy(failing::run).isInstanceOf(IllegalStateException.class);

        add("app", "server", 3);
        assertThat(started).hasSize(MailLanes.OF_LANE);
    }

    @Test
    void givenARealmWithTooManyMails_whenOneMoreComes_thenItIsRefusedAndThoseOfOthersAreNot() {
        add("slow", "server", MailLanes.OF_LANE + MailLanes.WAITING);

        assertThat(lanes.hasRoom("slow")).isFalse();
        assertThatThrownBy(() -> add("slow", "another server", 1)).isInstanceOf(RejectedExecutionException.class);
        assertThat(lanes.hasRoom("quick")).isTrue();
    }

    private void add(String realm, String server, int mails) {
        for (int i = 0; i < mails; i++) {
            String name = realm + ' ' + i;
            lanes.add(realm, server, () -> sent.add(name));
        }
    }
}
