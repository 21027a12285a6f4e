/* SPDX-License-Identifier: Apache-2.0 */
package io.github.keycloakheimdall.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakheimdall.client.App;
import io.github.keycloakheimdall.client.TestUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each refusal may leave a row that stays for months, so one address leaves only so many. */
class RefusalEventsIT {

    private static final int MOST = 300;
    private static final int MORE_MEANWHILE = 20;

    @RegisterExtension
    static final App app = App.fresh();

    @Test
    void givenOneRefusalAfterAnother_whenLookingAtTheEvents_thenThereAreOnlySoManyAndASuccessIsStillTold() {
        for (int i = 0; i < MOST + 2 * MORE_MEANWHILE; i++) {
            app.api().refresh("no token").statusCode(401);
        }
        TestUser ada = TestUser.ada();
        app.api().signedUp(ada);

        assertThat(app.realm().events("REFRESH_TOKEN_ERROR&max=1000")).hasSizeBetween(MOST, MOST + MORE_MEANWHILE);
        assertThat(app.realm().events("REGISTER")).hasSize(1);
    }
}
