// SPDX-License-Identifier: GPL-2.0
/*
 * A device that all looks are at.
 */
#include "core_look_fixture.h"

int take_caps(struct look_context *c)
{
	return look_caps(&c->config->space, &c->found);
}

int take_sriov(struct look_context *c)
{
	return look_sriov(&c->caps, &c->sriov);
}

int take_peer(struct look_context *c)
{
	return look_peer(&c->caps, &c->sriov);
}

int take_self(struct look_context *c)
{
	return look_self(&c->config->space, &c->caps, &c->around);
}

int take_vf_bars(struct look_context *c)
{
	return look_vf_bars(&c->caps, &c->around);
}

int take_port_caps(struct look_context *c)
{
	return look_port_caps(&c->config->space, &c->port_found);
}

int take_port(struct look_context *c)
{
	return look_port(&c->config->space, &c->port_caps, &c->around.port);
}

int take_vf(struct look_context *c)
{
	return look_vf(&c->config->space, &c->vf);
}

int take_use(struct look_context *c)
{
	return look_use(&c->config->space, &c->caps, &c->use);
}

int take_vf_use(struct look_context *c)
{
	return look_vf_use(&c->config->space, &c->use);
}

int core_look_init(struct kunit *test)
{
	struct look_context *c = kunit_kzalloc(test, sizeof(*c), GFP_KERNEL);

	KUNIT_ASSERT_NOT_NULL(test, c);
	test->priv = c;
	c->config = pf_fixture_config(test);
	KUNIT_ASSERT_EQ(test, look_caps(&c->config->space, &c->caps), 0);
	KUNIT_ASSERT_EQ(test, look_port_caps(&c->config->space, &c->port_caps),
			0);
	return 0;
}

void core_look_exit(struct kunit *test)
{
	struct look_context *c = test->priv;

	KUNIT_EXPECT_EQ(test, c->config->writes, 0);
	mock_config_expect_sane(test, c->config);
}
